-- The least that a careful application does in PostgreSQL: an id is taken once, both rows are locked in one order, both
-- balances change, and the transfer is kept.
CREATE TABLE account (id int PRIMARY KEY, balance numeric NOT NULL DEFAULT 0) WITH (fillfactor = 50);
CREATE TABLE transfer (id uuid PRIMARY KEY, giver int NOT NULL, taker int NOT NULL, amount bigint NOT NULL);

CREATE FUNCTION transfer(key uuid, giver_id int, taker_id int, moved bigint) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO transfer VALUES (key, giver_id, taker_id, moved) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN 0; END IF;
  PERFORM 1 FROM account WHERE id IN (giver_id, taker_id) ORDER BY id FOR UPDATE;
  UPDATE account SET balance = balance - moved WHERE id = giver_id;
  UPDATE account SET balance = balance + moved WHERE id = taker_id;
  RETURN 1;
END $$;
