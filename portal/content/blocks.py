"""The blocks of running text: few, each with a label, an icon, a description and a lifelike preview."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageBlock

TEXT, LISTS, FIGURES = _("Text"), _("Lists"), _("Tables and pictures")


class HeadingBlock(blocks.CharBlock):
    """A heading inside a page, with a permanent link."""

    class Meta:
        icon = "title"
        label = _("Heading")
        group = TEXT
        template = "components/blocks/heading.html"
        description = _("Opens a section and can be linked to.")
        preview_value = "บทบาทหน้าที่ของกลุ่มงาน"


class ParagraphBlock(blocks.RichTextBlock):
    """One or more paragraphs."""

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        group = TEXT
        template = "components/blocks/paragraph.html"
        description = _("Running text with bold words and links.")
        preview_value = "<p>ศึกษานิเทศก์รวบรวมข้อมูลสารสนเทศของสถานศึกษาในสังกัด ก่อนจัดทำแผนการนิเทศประจำปีงบประมาณ</p>"


class ListItemBlock(blocks.StructBlock):
    """One item, with the items below it."""

    text = blocks.TextBlock(label=_("Text"), rows=2)
    children = blocks.ListBlock(blocks.TextBlock(label=_("Sub-item"), rows=1), label=_("Sub-items"), default=[])

    class Meta:
        label = _("Item")
        icon = "list-ul"


class NumberedListBlock(blocks.StructBlock):
    """Items in an order, numbered by the portal."""

    items = blocks.ListBlock(ListItemBlock(), label=_("Items"))

    class Meta:
        icon = "list-ol"
        label = _("Numbered list")
        group = LISTS
        template = "components/blocks/numbered_list.html"
        description = _("Write the items without numbers: the portal numbers them, in Thai or Arabic digits.")
        preview_value = {"items": [{"text": "วิเคราะห์สภาพปัญหาของสถานศึกษา", "children": []}]}


class BulletListBlock(blocks.StructBlock):
    """Items without an order."""

    items = blocks.ListBlock(ListItemBlock(), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("Bullet list")
        group = LISTS
        template = "components/blocks/bullet_list.html"
        description = _("Points that have no order.")
        preview_value = {"items": [{"text": "กลุ่มสาระการเรียนรู้คณิตศาสตร์", "children": []}]}


class BodyTableBlock(TableBlock):
    """A table with its caption."""

    class Meta:
        icon = "table"
        label = _("Table")
        group = FIGURES
        template = "components/blocks/table.html"
        description = _("Rows and columns; mark the header row so that screen readers can read it.")
        preview_value = {
            "data": [["ภาคเรียน", "จำนวนครั้ง"], ["1", "2"], ["2", "2"]],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
        }


class BodyImageBlock(ImageBlock):
    """A picture with its text alternative."""

    class Meta:
        icon = "image"
        label = _("Picture")
        group = FIGURES
        template = "components/blocks/image.html"
        description = _("A picture that says something words do not; describe it for those who cannot see it.")


class UnrecognisedBlock(blocks.TextBlock):
    """A paragraph that the importer kept where it stood and could not place."""

    class Meta:
        icon = "warning"
        label = _("Check this text")
        group = TEXT
        template = "components/blocks/unrecognised.html"
        description = _(
            "The importer kept this paragraph where it stood. Move it where it belongs, then remove this mark."
        )
        preview_value = "ข้อความที่ระบบนำเข้าไม่แน่ใจว่าอยู่ในส่วนใด"


BODY_BLOCKS = [
    ("heading", HeadingBlock()),
    ("paragraph", ParagraphBlock()),
    ("numbered_list", NumberedListBlock()),
    ("bullet_list", BulletListBlock()),
    ("table", BodyTableBlock()),
    ("image", BodyImageBlock()),
    ("unrecognised", UnrecognisedBlock()),
]
