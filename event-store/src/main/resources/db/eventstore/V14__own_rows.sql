-- Who fills read models is not who answers from them. The service takes the role of the writer for those
-- transactions and no other; nobody signs in as it. What was made of the name of the service's own role is the
-- writer's: draw_app answers, draw_fold writes.
DO $$
DECLARE writer TEXT := regexp_replace('${app_role}', '_app$', '') || '_fold';
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = writer) THEN
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', writer);
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE EXCEPTION 'the role % that fills read models is missing', writer
        USING ERRCODE = '42501', HINT = format(
          'Once, as who may make roles: CREATE ROLE %1$I NOLOGIN; GRANT %1$I TO %2$I WITH INHERIT FALSE, SET TRUE;'
          || ' GRANT %1$I TO %3$I WITH INHERIT FALSE, SET TRUE;', writer, '${app_role}', current_user);
    END;
  END IF;
  IF NOT pg_has_role('${app_role}', writer, 'SET') THEN
    EXECUTE format('GRANT %I TO ${app_role} WITH INHERIT FALSE, SET TRUE', writer);
  END IF;
  IF NOT pg_has_role(current_user, writer, 'SET') THEN
    EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE', writer);
  END IF;
  EXECUTE format('CREATE FUNCTION view_writer() RETURNS TEXT LANGUAGE sql IMMUTABLE AS $f$ SELECT %L $f$', writer);
  EXECUTE format('GRANT SELECT ON event, ledger TO %I', writer);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON projection, parked_stream, skipped_event, replica_gone TO %I',
    writer);
  EXECUTE format('GRANT EXECUTE ON FUNCTION projection_begin(TEXT, TEXT[]), projection_switch(TEXT, TEXT[]),
    projection_drop(TEXT) TO %I', writer);
  -- Read models that are made later are the writer's; whoever answers may only read them, see own_rows.
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I',
    writer);
END $$;

-- What is being filled by a program of before is not the writer's: it is begun again.
DELETE FROM projection WHERE NOT live;
DELETE FROM replica WHERE NOT live;

-- From now on a row of this read model is seen by who says whose rows he reads, in the transaction in which he
-- reads, and by the writer. Unset is nobody; the owner of the table is no exception.
CREATE FUNCTION own_rows(read_model REGCLASS, scope_column TEXT, setting TEXT) RETURNS VOID
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE ALL ON %s FROM ${app_role}', read_model);
  EXECUTE format('GRANT SELECT ON %s TO ${app_role}', read_model);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', read_model, view_writer());
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', read_model);
  EXECUTE format('CREATE POLICY own_rows ON %s FOR SELECT TO ${app_role} USING (%I = nullif(current_setting(%L, TRUE), ''''))',
    read_model, scope_column, setting);
  EXECUTE format('CREATE POLICY writer ON %s TO %I USING (TRUE) WITH CHECK (TRUE)', read_model, view_writer());
END $$;

-- Every read model that says whose its rows are and is not confined yet: called by each program before it reads or
-- serves anything, whichever migration made the table. One that does not say it is read by all, and filled by the
-- writer like the others. What is confined is never opened by it.
CREATE FUNCTION own_rows_everywhere(scope_column TEXT, setting TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE t REGCLASS;
BEGIN
  -- Two replicas may begin at once; the second finds it done.
  PERFORM pg_advisory_xact_lock(hashtextextended('own_rows_everywhere', 0));
  FOR t IN
    SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname LIKE '%\_view'
      AND a.attname = scope_column AND NOT a.attisdropped AND NOT c.relforcerowsecurity
  LOOP
    PERFORM own_rows(t, scope_column, setting);
  END LOOP;
  FOR t IN
    SELECT c.oid FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname LIKE '%\_view'
      AND NOT has_table_privilege(view_writer(), c.oid, 'INSERT')
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', t, view_writer());
  END LOOP;
END $$;

-- A function that searches for its caller what no policy lets an index search (operators that are not
-- leakproof): it runs as the writer and asks by itself for the rows of the setting, so it must name no other.
CREATE FUNCTION searched_by_writer(search REGPROCEDURE) RETURNS VOID
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', search);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ${app_role}', search);
  EXECUTE format('GRANT CREATE ON SCHEMA public TO %I', view_writer());
  EXECUTE format('ALTER FUNCTION %s OWNER TO %I', search, view_writer());
  EXECUTE format('REVOKE CREATE ON SCHEMA public FROM %I', view_writer());
END $$;

REVOKE EXECUTE ON FUNCTION own_rows(REGCLASS, TEXT, TEXT), own_rows_everywhere(TEXT, TEXT),
  searched_by_writer(REGPROCEDURE) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_rows_everywhere(TEXT, TEXT) TO ${app_role};

-- A generation is confined as the one it is to follow: row by row from its first.
CREATE OR REPLACE FUNCTION projection_begin(projection TEXT, tables TEXT[]) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t TEXT;
  filled TEXT;
  p RECORD;
BEGIN
  IF projection !~ '^[a-z_]{1,30}$' THEN RAISE EXCEPTION 'no projection %', projection; END IF;
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', 'next_' || projection);
  EXECUTE format('CREATE SCHEMA %I', 'next_' || projection);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${app_role}, %I', 'next_' || projection, public.view_writer());
  FOREACH t IN ARRAY tables LOOP
    IF t !~ '^[a-z_]{1,40}_view$' THEN RAISE EXCEPTION 'no read model %', t; END IF;
    filled := format('%I.%I', 'next_' || projection, t);
    EXECUTE format('CREATE TABLE %s (LIKE public.%I INCLUDING ALL)', filled, t);
    EXECUTE format('GRANT SELECT ON %s TO ${app_role}', filled);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', filled, public.view_writer());
    FOR p IN SELECT * FROM pg_policies WHERE schemaname = 'public' AND tablename = t LOOP
      EXECUTE format('CREATE POLICY %I ON %s AS %s FOR %s TO %s %s %s', p.policyname, filled, p.permissive, p.cmd,
        (SELECT string_agg(quote_ident(r), ', ') FROM unnest(p.roles) AS r),
        'USING (' || p.qual || ')', 'WITH CHECK (' || p.with_check || ')');
    END LOOP;
    IF (SELECT relforcerowsecurity FROM pg_class WHERE oid = format('public.%I', t)::regclass) THEN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', filled);
    END IF;
  END LOOP;
END $$;

-- What is not confined never takes the place of what is.
CREATE OR REPLACE FUNCTION projection_switch(projection TEXT, tables TEXT[]) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t TEXT;
  filled REGCLASS;
BEGIN
  IF projection !~ '^[a-z_]{1,30}$' THEN RAISE EXCEPTION 'no projection %', projection; END IF;
  FOREACH t IN ARRAY tables LOOP
    IF t !~ '^[a-z_]{1,40}_view$' THEN RAISE EXCEPTION 'no read model %', t; END IF;
    filled := format('%I.%I', 'next_' || projection, t)::regclass;
    IF (SELECT relforcerowsecurity FROM pg_class WHERE oid = format('public.%I', t)::regclass)
        AND NOT (SELECT relforcerowsecurity AND relrowsecurity FROM pg_class WHERE oid = filled) THEN
      RAISE EXCEPTION 'rows of % would be seen by everybody', t;
    END IF;
    EXECUTE format('DROP TABLE public.%I', t);
    EXECUTE format('ALTER TABLE %s SET SCHEMA public', filled);
  END LOOP;
  EXECUTE format('DROP SCHEMA %I CASCADE', 'next_' || projection);
END $$;
