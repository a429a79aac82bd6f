package cn.doublerandom.registry;

/** Names of the registry's streams. */
public final class RegistryStreams {
  public static final String ITEM = "item-";
  public static final String SUBJECT = "subject-";
  public static final String INSPECTOR = "inspector-";
  public static final String OFFICE = "office-";
  public static final String CATALOGUE = "catalogue-";
  public static final String EXPERT = "expert-";
  public static final String ERASURE = "erasure-";

  private RegistryStreams() {}

  /** What stands after the kind of stream: the code, id or number. */
  public static String id(String stream) {
    return stream.substring(stream.indexOf('-') + 1);
  }
}
