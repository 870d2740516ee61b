"""That the earlier texts of an example were deleted is an event of its own."""

from django.db import migrations, models

KINDS = [
    ("added", "Added"),
    ("edited", "Edited"),
    ("approved", "Approved"),
    ("rejected", "Rejected"),
    ("new", "Taken back"),
    ("commented", "Comment"),
    ("assigned", "Assigned"),
    ("overruled", "Finding overruled"),
    ("revived", "Finding open again"),
    ("emptied", "Earlier texts deleted"),
]


class Migration(migrations.Migration):
    dependencies = [("examples", "0009_snapshots")]
    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=10),
        ),
    ]
