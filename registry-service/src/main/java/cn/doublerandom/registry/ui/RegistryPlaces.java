package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.TemplateExtension;

/** Where the pages of this service are; {@code go:} in a page. */
@TemplateExtension(namespace = "go")
public final class RegistryPlaces {
  private static final String SUBJECTS = "/registry/ui/subjects";

  private RegistryPlaces() {}

  static String subjects() {
    return SUBJECTS;
  }

  static String subject(String id) {
    return SUBJECTS + "/" + PageAddress.encoded(id);
  }

  static String status(String id) {
    return subject(id) + "/status";
  }
}
