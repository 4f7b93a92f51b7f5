"""How forms become HTML: one template for the form, one for the field."""

from django.forms.renderers import TemplatesSetting


class Formularvisning(TemplatesSetting):
    """FORM_RENDERER: error summary first, then label, help, fault and control of each field."""

    form_template_name = "components/formular.html"
    field_template_name = "components/falt.html"
