package cn.doublerandom.registry.catalogue;

import cn.doublerandom.registry.item.ItemDetails;
import java.time.LocalDate;
import java.util.List;

/** A version of the catalogue: not there yet, or as it was issued, for ever. */
public sealed interface Catalogue {
  record Unknown() implements Catalogue {}

  /**
   * As issued.
   *
   * @param version for example 2023-01
   * @param items ascending by code
   */
  record Issued(String version, String issuer, LocalDate issuedOn, List<ItemDetails> items)
      implements Catalogue {
    public Issued {
      items = List.copyOf(items);
    }
  }
}
