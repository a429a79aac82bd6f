package cn.doublerandom.registry;

/** Names of the registry's streams. */
public final class RegistryStreams {
  public static final String ITEM = "item-";
  public static final String SUBJECT = "subject-";
  public static final String INSPECTOR = "inspector-";

  private RegistryStreams() {}

  /** What stands after the kind of stream: the code, id or number. */
  public static String id(String stream) {
    return stream.substring(stream.indexOf('-') + 1);
  }
}
