"""The Django admin: examples, imports and what happened, for looking closely and for bulk work."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from examples.admin.examples import ExampleAdmin
from examples.admin.findings import FindingAdmin, ReleaseAdmin
from examples.admin.history import AssignmentAdmin, EventAdmin
from examples.admin.imports import ImportAdmin

admin.site.site_header = admin.site.site_title = "Training Center"
admin.site.index_title = _("What is kept here")
admin.site.site_url = "/training.html"

__all__ = ["AssignmentAdmin", "EventAdmin", "ExampleAdmin", "FindingAdmin", "ImportAdmin", "ReleaseAdmin"]
