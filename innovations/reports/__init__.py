"""What the office sees of works: works in review, the load of reviewers, all works as a spreadsheet, awards."""
