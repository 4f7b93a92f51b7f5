"""The closed-list rule: judged without the database, and an ordinary check to migrations."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from finsam.choices import Medlemstyp
from finsam.constraints import bland_val
from finsam.models import Medlem

REGEL = bland_val("prov_typ", "typ", Medlemstyp)


@pytest.mark.parametrize(
    ("typ", "exclude", "godtas"),
    [
        ("kommun", None, True),
        ("by", None, False),
        ("", None, False),
        ("by", {"typ"}, True),
    ],
)
def test_a_value_of_the_list_passes_without_a_question_to_the_database(typ, exclude, godtas):
    medlem = Medlem(namn="A", kortnamn="A", typ=typ)
    if godtas:
        REGEL.validate(Medlem, medlem, exclude=exclude)
        return
    with pytest.raises(ValidationError) as fel:
        REGEL.validate(Medlem, medlem, exclude=exclude)
    assert fel.value.messages == [
        "Välj ett av: Kommun, Region, Försäkringskassan, Arbetsförmedlingen."
    ]


def test_migrations_see_an_ordinary_check():
    namn, _, kwargs = REGEL.deconstruct()
    assert namn == "django.db.models.CheckConstraint"
    assert REGEL.clone() == REGEL and kwargs["name"] == "prov_typ"


@pytest.mark.django_db
def test_the_database_holds_the_rule_too():
    with pytest.raises(IntegrityError), transaction.atomic():
        Medlem(namn="A", kortnamn="A", typ="by").save()
