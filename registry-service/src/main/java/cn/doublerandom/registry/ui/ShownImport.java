package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.Preview;
import io.quarkus.qute.TemplateExtension;

/** What of a preview a page says otherwise than it is counted. */
@TemplateExtension
public final class ShownImport {
  private ShownImport() {}

  /** Rows the register has otherwise. */
  static int different(Preview preview) {
    return preview.changed() - preview.fresh();
  }

  /** Rows without a fault. */
  static int good(Preview preview) {
    return preview.rows() - preview.refused();
  }

  /** Whether nobody may read what it was and becomes. */
  static boolean sealed(Preview.Difference difference) {
    return difference.was().isEmpty() && difference.becomes().isEmpty();
  }
}
