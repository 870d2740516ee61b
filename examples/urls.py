"""The addresses of examples: the documented API, the resource API, the pages."""

from django.urls import include, path
from rest_framework.routers import DefaultRouter

from examples import api, resources
from examples.views import (
    bringing,
    changing,
    dashboard,
    duplicates,
    merging,
    reports,
    reviewing,
    starting,
    training,
    trash,
)

router = DefaultRouter()
router.include_root_view = False
router.include_format_suffixes = False
router.register("examples", resources.ExampleViewSet, basename="example")
router.register("duplicates", resources.DuplicateViewSet, basename="duplicate")
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
    path("training.html", training.training, name="training"),
    path("training/add/", training.add, name="add"),
    path("training/upload/", bringing.upload, name="upload"),
    path("training/preview/", bringing.preview, name="preview"),
    path("training/preview/import/", bringing.bring_all, name="bring-all"),
    path("training/preview/progress/<str:run>/", bringing.progress, name="progress"),
    path("training/preview/<str:token>/", bringing.look, name="look"),
    path("training/preview/<str:token>/count/", bringing.count, name="count"),
    path("training/preview/<str:token>/import/", bringing.bring, name="bring"),
    path("training/preview/<str:token>/cancel/", bringing.cancel, name="cancel"),
    path("training/numbers/", dashboard.numbers_alone, name="numbers"),
    path("training/dashboard/", dashboard.dashboard, name="dashboard"),
    path("training/holding-back/", dashboard.holding_back, name="holding-back"),
    path("training/download/", dashboard.download, name="page-download"),
    path("training/download/findings/", dashboard.download_findings, name="download-findings"),
    path("training/download/filter/", dashboard.download_filter, name="download-filter"),
    path("training/guide/", starting.guide, name="guide"),
    path("training/samples/", starting.load_samples, name="load-samples"),
    path("training/samples/remove/", starting.remove_samples, name="remove-samples"),
    path("training/examples/", changing.bulk, name="bulk"),
    path("training/examples/<int:pk>/", changing.whole, name="example"),
    path("training/examples/<int:pk>/edit/", changing.edit, name="example-edit"),
    path("training/examples/<int:pk>/act/", changing.act, name="act"),
    path("training/examples/<int:pk>/empty-history/", changing.empty_history, name="empty-history"),
    path("training/tags/", training.tags, name="tags"),
    path("training/clear/", training.clear, name="clear"),
    path("training/imports/", reports.imports, name="imports"),
    path("training/imports/<int:pk>/", reports.import_report, name="import-report"),
    path("training/imports/<int:pk>/findings/", reports.import_findings, name="import-findings"),
    path("training/imports/<int:pk>/problems.csv", reports.problems_csv, name="problems-csv"),
    path("training/imports/<int:pk>/bad-rows/", reports.bad_rows, name="bad-rows"),
    path("training/imports/<int:pk>/undo/", reports.undo_import, name="undo-import"),
    path("training/undo/", training.undo, name="undo"),
    path("review/", reviewing.desk, name="review"),
    path("review/act/", reviewing.act, name="review-act"),
    path("review/<int:pk>/edit/", reviewing.edit, name="review-edit"),
    path("duplicates/", duplicates.listed, name="duplicates"),
    path("duplicates/<int:pk>/", duplicates.whole, name="cluster"),
    path("duplicates/<int:pk>/act/", duplicates.act, name="cluster-act"),
    path("duplicates/<int:pk>/merge/", merging.merge, name="cluster-merge"),
    path("training/trash/", trash.trash, name="trash"),
    path("training/trash/empty/", trash.empty_trash, name="empty-trash"),
]
