package cn.doublerandom.eventstore.ledger;

/** Names of the CloudEvents 1.0 headers in Kafka's binary mode, and of our extensions. */
public final class CloudEventHeaders {
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String SEQ = "ce_seq";
  public static final String STREAM_VERSION = "ce_streamversion";
  public static final String CORRELATION_ID = "ce_correlationid";
  public static final String CAUSATION_ID = "ce_causationid";
  public static final String CHAIN_HASH = "ce_chainhash";

  /** The {@link RecordHash} of the record before on the same topic and partition. */
  public static final String PREV_HASH = "ce_prevhash";

  /** Ed25519 over {@code "dr/seal/1\n" + hash of this record + "\n"}, base64. */
  public static final String SEAL = "ce_seal";

  /**
   * Where each partition of the topic ends once all the sender did in one transaction with the
   * event of this record is told: {@code partition:seq}, separated by commas.
   */
  public static final String ENDS = "ce_ends";

  /**
   * Whose the record is, by the key of the bureau. It repeats what the key of the record says,
   * which is hashed; of records without it the seed's is meant.
   */
  public static final String BUREAU = "ce_bureau";

  public static final String CONTENT_TYPE = "content-type";

  private CloudEventHeaders() {}
}
