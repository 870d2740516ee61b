"""The addresses of fine-tuning."""

urlpatterns = []
