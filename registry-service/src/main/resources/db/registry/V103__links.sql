-- Owner and contractor of an entry: what other entries it is linked to. Names among them find nothing.
CREATE FUNCTION linked_to(body TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT array_remove(
    ARRAY[body::jsonb #>> '{details,particulars,owner}', body::jsonb #>> '{details,particulars,contractor}'],
    '')
$$;

CREATE INDEX subject_by_link ON subject_view USING gin (linked_to(body))
  WHERE body::jsonb #>> '{details,kind}' IN ('PROJECT', 'VEHICLE', 'VESSEL');
