package cn.doublerandom.gateway.audit;

import java.util.List;
import java.util.Map;

/** A way to those who keep what happened; it is this gateway's alone while it is open. */
public interface Telling extends AutoCloseable {
  /** How often and where a way is opened. */
  @FunctionalInterface
  interface Opening {
    Telling open() throws Exception;
  }

  /** Gateways there may be, each with a number of its own. */
  int MOST = KafkaTelling.PARTITIONS;

  /** By Kafka, on {@code gateway.audit.v1}. */
  static Opening onKafka(Map<String, Object> kafka, int gateway) {
    return () -> KafkaTelling.open(kafka, gateway);
  }

  /**
   * What was told last.
   *
   * @param book it stood in; empty where nothing was told
   * @param number in that book
   * @param seq of the record; 0 where nothing was told
   */
  record End(String book, long number, long seq) {
    static final End NOTHING = new End("", 0, 0);
  }

  /** What was told last, by whichever process. */
  End end() throws Exception;

  /**
   * Tells lines, all of them or none.
   *
   * @param seq of the first
   */
  void tell(List<Line> lines, long seq) throws Exception;

  @Override
  void close();
}
