from django.apps import AppConfig


class TrainingCenterConfig(AppConfig):
    name = "trainingcenter"
    verbose_name = "Training Center"

    def ready(self):
        from trainingcenter import system_checks, uploads  # noqa: F401  (registers the checks)

        uploads.accept_old_names()
