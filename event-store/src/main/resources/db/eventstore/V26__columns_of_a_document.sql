-- A read model whose columns are filled by a trigger that reads its document once is filled so in each generation.
-- What a generation is copied from says which triggers it has.
CREATE OR REPLACE FUNCTION projection_begin(projection TEXT, tables TEXT[]) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t TEXT;
  filled TEXT;
  p RECORD;
  definition TEXT;
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
    FOR definition IN
      SELECT pg_get_triggerdef(oid) FROM pg_trigger
      WHERE tgrelid = format('public.%I', t)::regclass AND NOT tgisinternal ORDER BY tgname
    LOOP
      EXECUTE replace(definition, format(' ON public.%I ', t), format(' ON %s ', filled));
    END LOOP;
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
