package cn.doublerandom.registry.catalogue;

/** What may be asked of a version of the catalogue. */
public sealed interface CatalogueCommand {
  record Import(Catalogue.Issued catalogue) implements CatalogueCommand {}
}
