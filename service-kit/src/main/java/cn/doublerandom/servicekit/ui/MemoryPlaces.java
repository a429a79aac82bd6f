package cn.doublerandom.servicekit.ui;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.TemplateExtension;

/** Where the pages of a service's memory are; {@code memoryat:} in a page. */
@TemplateExtension(namespace = "memoryat")
public final class MemoryPlaces {
  private static final String BELOW = "/ui/memory";

  private MemoryPlaces() {}

  /**
   * @param service registry, draw, inspection or publication
   */
  static String home(String service) {
    return "/" + service + BELOW;
  }

  static String model(String service, String name) {
    return home(service) + "/read-models/" + PageAddress.encoded(name);
  }

  static String rebuild(String service, String name) {
    return model(service, name) + "/rebuild";
  }

  static String parked(String service, String source, String key) {
    return PageAddress.of(home(service) + "/parked")
        .with("source", source)
        .with("key", key)
        .toString();
  }

  static String parkedDo(String service, String act, String source, String key) {
    return PageAddress.of(home(service) + "/parked/" + act)
        .with("source", source)
        .with("key", key)
        .toString();
  }

  static String stream(String service, String projection, String stream) {
    return PageAddress.of(home(service) + "/parked-streams")
        .with("projection", projection)
        .with("stream", stream)
        .toString();
  }

  static String streamDo(String service, String act, String projection, String stream) {
    return PageAddress.of(home(service) + "/parked-streams/" + act)
        .with("projection", projection)
        .with("stream", stream)
        .toString();
  }
}
