from django.apps import AppConfig


class TrainingCenterConfig(AppConfig):
    name = "trainingcenter"
    verbose_name = "Training Center"

    def ready(self):
        from trainingcenter import system_checks  # noqa: F401  (registers the checks)
