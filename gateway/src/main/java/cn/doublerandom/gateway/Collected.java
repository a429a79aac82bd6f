package cn.doublerandom.gateway;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Memory for small bodies that are read whole before a place is taken. When it is used up, a body
 * is streamed like a large one. Used on one event loop only.
 */
@ApplicationScoped
class Collected {
  private long free;

  Collected(GatewaySettings settings) {
    this.free = settings.collected();
  }

  boolean take(long bytes) {
    boolean enough = bytes <= free;
    if (enough) {
      free -= bytes;
    }
    return enough;
  }

  void give(long bytes) {
    free += bytes;
  }
}
