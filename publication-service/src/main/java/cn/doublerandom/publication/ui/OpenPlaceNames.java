package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.opendata.OpenPlaces;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;

/** Where open data is; {@code open:} in a page. */
@TemplateExtension(namespace = "open")
public final class OpenPlaceNames {
  private OpenPlaceNames() {}

  static String changes() {
    return OpenPlaces.changes();
  }

  static String feed() {
    return OpenPlaces.feed();
  }

  static String catalogue() {
    return OpenPlaces.catalogue();
  }

  static String recompute() {
    return OpenPlaces.recompute();
  }

  /** The rows of a snapshot. */
  static String snapshot(LocalDate day) {
    return OpenPlaces.snapshots() + "/" + day;
  }
}
