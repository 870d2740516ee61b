"""The addresses of examples: the documented API, the resource API, the pages."""

from django.urls import include, path
from rest_framework.routers import DefaultRouter

from examples import api, resources, views

router = DefaultRouter()
router.include_root_view = False
router.include_format_suffixes = False
router.register("examples", resources.ExampleViewSet, basename="example")
router.register("imports", resources.ImportViewSet, basename="import")

# Tools call these with and without a slash at the end.
documented = [
    path(route + end, view)
    for route, view in (
        ("examples", api.Examples.as_view()),
        ("examples/<str:index>", api.OneExample.as_view()),
        ("add-example", api.AddExample.as_view()),
        ("clear", api.Clear.as_view()),
        ("download/<str:format_name>", api.Download.as_view()),
        ("upload", api.UploadFile.as_view()),
        ("stats", api.TrainingStats.as_view()),
    )
    for end in ("", "/")
]


urlpatterns = [
    path("api/training/", include(documented)),
    path("api/health", api.Health.as_view()),
    path("api/health/", api.Health.as_view()),
    path("api/", include(router.urls)),
    path("api/exports/", resources.Exports.as_view(), name="exports"),
    path("api/exports/<str:format_name>/", resources.ExportFile.as_view(), name="export"),
    path("api/stats/", resources.StatsView.as_view(), name="stats"),
    path("training.html", views.training, name="training"),
    path("training/add/", views.add, name="add"),
    path("training/upload/", views.upload, name="upload"),
    path("training/download/", views.download, name="page-download"),
    path("training/examples/<int:pk>/", views.whole, name="example"),
    path("training/examples/<int:pk>/delete/", views.delete, name="delete"),
    path("training/examples/<int:pk>/restore/", views.restore, name="restore"),
    path("training/imports/", views.imports, name="imports"),
    path("training/imports/<int:pk>/", views.import_report, name="import-report"),
    path("training/imports/<int:pk>/undo/", views.undo_import, name="undo-import"),
    path("training/trash/", views.trash, name="trash"),
    path("training/trash/empty/", views.empty_trash, name="empty-trash"),
]
