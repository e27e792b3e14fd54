-- Which change has taken a row of the ledger back, so that undoing that change brings the row back.
ALTER TABLE occurrence ADD COLUMN withdrawn_by UUID;
