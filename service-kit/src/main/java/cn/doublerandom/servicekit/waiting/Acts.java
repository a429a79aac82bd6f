package cn.doublerandom.servicekit.waiting;

import java.util.Map;

/** What a service tells of in 最近办理. */
@FunctionalInterface
public interface Acts {
  /** By the type of the event, without its version. */
  Map<String, Act> byType();
}
