package cn.doublerandom.registry.application;

import java.util.Set;

/**
 * An erasure somebody asked for.
 *
 * @param by account that asked last
 * @param touchedBy all who asked; none of them decides
 * @param isApproved whether another has agreed
 */
public record ErasureAsked(String reason, String by, Set<String> touchedBy, boolean isApproved) {
  public ErasureAsked {
    touchedBy = Set.copyOf(touchedBy);
  }
}
