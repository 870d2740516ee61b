"""The addresses of fine-tuning: pages and API."""

from django.urls import path

from tuning import api
from tuning.views import freezing, handing, runs, snapshots

urlpatterns = [
    path("tuning/", freezing.tuning, name="tuning"),
    path("tuning/freeze/", freezing.freeze, name="freeze"),
    path("tuning/freezing/<slug:run>/", freezing.freezing, name="freezing"),
    path("tuning/snapshots/<int:pk>/", snapshots.snapshot, name="snapshot"),
    path("tuning/snapshots/<int:pk>/file/", snapshots.file, name="snapshot-file"),
    path("tuning/snapshots/<int:pk>/compare/", snapshots.compare, name="compare"),
    path("tuning/snapshots/<int:pk>/delete/", snapshots.delete, name="delete-snapshot"),
    path("tuning/snapshots/<int:pk>/runs/", runs.add_run, name="add-run"),
    path("tuning/snapshots/<int:pk>/for/<slug:name>/", handing.destination, name="destination"),
    path("tuning/snapshots/<int:pk>/for/<slug:name>/bundle/", handing.bundle, name="bundle"),
    path("tuning/snapshots/<int:pk>/for/<slug:name>/send/", handing.send, name="send"),
    path("tuning/runs/<int:pk>/", runs.change_run, name="change-run"),
    path("tuning/runs/<int:pk>/end/", runs.end_run, name="end-run"),
    path("api/destinations/", api.Destinations.as_view(), name="api-destinations"),
    path("api/snapshots/", api.Snapshots.as_view(), name="api-snapshots"),
    path("api/snapshots/<int:pk>/", api.OneSnapshot.as_view(), name="api-snapshot"),
    path("api/snapshots/<int:pk>/file/", api.SnapshotFile.as_view(), name="api-snapshot-file"),
    path("api/snapshots/<int:pk>/compare/", api.Compare.as_view(), name="api-compare"),
    path("api/snapshots/<int:pk>/tell/<slug:name>/", api.Tell.as_view(), name="api-tell"),
    path("api/snapshots/<int:pk>/bundle/<slug:name>/", api.BundleFile.as_view(), name="api-bundle"),
    path("api/snapshots/<int:pk>/send/<slug:name>/", api.Send.as_view(), name="api-send"),
    path("api/snapshots/<int:pk>/runs/", api.Runs.as_view(), name="api-runs"),
    path("api/runs/<int:pk>/", api.OneRun.as_view(), name="api-run"),
]
