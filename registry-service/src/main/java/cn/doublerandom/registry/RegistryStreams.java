package cn.doublerandom.registry;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.List;

/** Names of the registry's streams. */
public final class RegistryStreams {
  public static final StreamKind ITEM = new StreamKind("item");
  public static final StreamKind SUBJECT = new StreamKind("subject");
  public static final StreamKind INSPECTOR = new StreamKind("inspector");
  public static final StreamKind OFFICE = new StreamKind("office");
  public static final StreamKind CATALOGUE = new StreamKind("catalogue");
  public static final StreamKind EXPERT = new StreamKind("expert");
  public static final StreamKind ERASURE = new StreamKind("erasure");
  public static final StreamKind BATCH = new StreamKind("batch");

  /** Tables that were handed in at the desk. */
  public static final StreamKind IMPORT = new StreamKind("import");

  /** Entries of the register of bureaus; all of them are the home bureau's. */
  public static final StreamKind BUREAU = new StreamKind("bureau");

  /** Who may act for whom; by deputy and principal. */
  public static final StreamKind DEPUTY = new StreamKind("deputy");

  /** What a result of an inspection proposes; by result and kind. */
  public static final StreamKind PROPOSAL = new StreamKind("proposal");

  /** All of them. */
  public static final List<StreamKind> KINDS =
      List.of(
          ITEM, SUBJECT, INSPECTOR, OFFICE, CATALOGUE, EXPERT, ERASURE, BATCH, IMPORT, BUREAU,
          DEPUTY, PROPOSAL);

  private RegistryStreams() {}

  /** What stands after the kind of stream: the code, id or number. */
  public static String id(String stream) {
    return stream.substring(stream.indexOf('-') + 1);
  }
}
