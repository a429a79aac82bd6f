package cn.doublerandom.registry.catalogue;

import cn.doublerandom.registry.item.ItemDetails;
import java.time.LocalDate;
import java.util.List;

/** What happens to a version of the catalogue. */
public sealed interface CatalogueEvent {
  record CatalogueImported(
      String version, String issuer, LocalDate issuedOn, List<ItemDetails> items)
      implements CatalogueEvent {
    public CatalogueImported {
      items = List.copyOf(items);
    }
  }
}
