"""What the chat keeps, in the admin: models, session contexts, versions of the system prompt."""

from django.contrib import admin

from chat.chat_forms import ModelForm
from chat.models import LanguageModel, SessionContext, SystemPrompt
from chat.views.models import warn_of_no_default


@admin.register(LanguageModel)
class LanguageModelAdmin(admin.ModelAdmin):
    form = ModelForm
    list_display = ("name", "backend", "model_id", "place", "key_name", "token_limit", "is_default")
    search_fields = ("name", "model_id")

    def save_model(self, request, obj, form, change):
        obj.keep()
        warn_of_no_default(request)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        warn_of_no_default(request)

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        warn_of_no_default(request)


@admin.register(SessionContext)
class SessionContextAdmin(admin.ModelAdmin):
    list_display = ("title", "key", "place")
    list_editable = ("place",)
    prepopulated_fields = {"key": ("title",)}


@admin.register(SystemPrompt)
class SystemPromptAdmin(admin.ModelAdmin):
    """Versions can be read here; the page makes new ones."""

    list_display = ("id", "created_at", "by", "note")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
