"""A panel of the editor that only manuals have."""

from wagtail.admin.panels import InlinePanel, get_form_for_model

from .forms import StepBranchForm


class BranchesPanel(InlinePanel):
    """The branches of a step, in a form that understands how editors write where a branch goes."""

    def get_form_options(self) -> dict:
        """As Wagtail, with our form of a row."""
        options = super().get_form_options()
        branches = options["formsets"][self.relation_name]
        branches["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=StepBranchForm,
            defer_required_on_fields=self.child_edit_handler.get_form_options().get("defer_required_on_fields", []),
        )
        return options
