package cn.doublerandom.contracts.broker;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A topic: its one writer, and the services that read it. The gateway writes one and reads none;
 * two are written by authorities outside, each with an account of its own. Everybody else reads it
 * by a grant.
 */
public enum Topic {
  REGISTRY_EVENTS("registry.events.v1", "registry", "draw", "inspection", "publication"),
  REGISTRY_SUBJECTS("registry.subjects.v1", "registry"),
  REGISTRY_INSPECTORS("registry.inspectors.v1", "registry"),
  REGISTRY_BUREAUS("registry.bureaus.v1", "registry"),
  REGISTRY_ANCHORS("registry.anchors.v1", "registry", "publication"),
  DRAW_EVENTS("draw.events.v1", "draw", "registry", "inspection", "publication"),
  DRAW_ANCHORS("draw.anchors.v1", "draw", "publication"),
  INSPECTION_EVENTS("inspection.events.v1", "inspection", "registry", "draw", "publication"),
  INSPECTION_ANCHORS("inspection.anchors.v1", "inspection", "publication"),
  PUBLICATION_EVENTS("publication.events.v1", "publication", "registry", "inspection"),
  PUBLICATION_RESULTS("publication.results.v1", "publication"),
  PUBLICATION_ANCHORS("publication.anchors.v1", "publication"),
  GATEWAY_AUDIT("gateway.audit.v1", "gateway", "publication"),
  RECEIVERS_RECEIPTS("receivers.receipts.v1", "receivers", "inspection"),
  DISCIPLINE_ACKNOWLEDGEMENTS("discipline.acknowledgements.v1", "receivers", "publication");

  /** The writer of topics that authorities outside write, and no service of the house. */
  public static final String RECEIVERS = "receivers";

  private final String address;
  private final String writer;
  private final Set<String> readers;

  Topic(String address, String writer, String... readers) {
    this.address = address;
    this.writer = writer;
    this.readers = Set.of(readers);
  }

  /** The name of the topic at the broker. */
  public String address() {
    return address;
  }

  /** The service that writes it, and nobody else. */
  public String writer() {
    return writer;
  }

  /** Whether authorities outside write it, who keep no ledger and seal nothing. */
  public boolean isOfReceivers() {
    return writer.equals(RECEIVERS);
  }

  /** Whether a topic of this address is one that authorities outside write. */
  public static boolean isOfReceivers(String address) {
    return Arrays.stream(values())
        .anyMatch(topic -> topic.isOfReceivers() && topic.address.equals(address));
  }

  /** Topics that authorities outside write. */
  public static List<String> ofReceivers() {
    return writtenBy(RECEIVERS).stream().map(Topic::address).toList();
  }

  /** Services that listen to it. */
  public Set<String> readers() {
    return readers;
  }

  /** The topics a service writes. */
  public static List<Topic> writtenBy(String service) {
    return Arrays.stream(values()).filter(topic -> topic.writer.equals(service)).toList();
  }

  /** The topics a service listens to. */
  public static List<Topic> readBy(String service) {
    return Arrays.stream(values()).filter(topic -> topic.readers.contains(service)).toList();
  }
}
