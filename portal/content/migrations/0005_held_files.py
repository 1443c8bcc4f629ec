import django.db.models.deletion
import wagtail.images.models
from django.db import migrations, models

import portal.content.picture_storage


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0005_media_of_the_portal'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='portalmedia',
            name='public_collection',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.collection'),
        ),
        migrations.AddField(
            model_name='portaldocument',
            name='public_collection',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.collection'),
        ),
        migrations.AddField(
            model_name='portalimage',
            name='public_collection',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.collection'),
        ),
        migrations.AlterField(
            model_name='portalimage',
            name='file',
            field=wagtail.images.models.WagtailImageField(height_field='height', storage=portal.content.picture_storage.PictureStorage(), upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width'),
        ),
        migrations.AlterField(
            model_name='portalrendition',
            name='file',
            field=wagtail.images.models.WagtailImageField(height_field='height', storage=portal.content.picture_storage.PictureStorage(), upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width'),
        ),
    ]
