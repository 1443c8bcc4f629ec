"""Thai dates. The year is of the Buddhist era: `portal.buddhist_era` teaches Django's `Y` and `y` that."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M y"
TIME_FORMAT = "G.i น."
DATETIME_FORMAT = "j F Y เวลา G.i น."
SHORT_DATETIME_FORMAT = "j M y G.i น."
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
FIRST_DAY_OF_WEEK = 0
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
