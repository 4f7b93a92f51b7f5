from insatser.models.insats import Insats, Insatsbudget

__all__ = ["Insats", "Insatsbudget"]
