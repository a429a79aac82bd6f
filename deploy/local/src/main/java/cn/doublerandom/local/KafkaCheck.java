package cn.doublerandom.local;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Compares what a ledger says it told with what stands on its topic. */
final class KafkaCheck {
  private KafkaCheck() {}

  /** One entry of the ledger, and the records that must come next; none where nothing is told. */
  static void compare(
      String service,
      LedgerCursor.Row row,
      StoredEvent event,
      LaneFold lanes,
      TopicTails.@Nullable InOrder topic)
      throws Audit.Failed {
    for (int ordinal = 0; ordinal < row.said().size(); ordinal++) {
      Optional<LaneFold.Told> place = lanes.next(row, event, ordinal);
      if (place.isEmpty()) {
        continue; // older states are compacted away; the latest ones are compared by themselves
      }
      Optional<LedgerCursor.Link> link = row.links().get(ordinal);
      if (link.isPresent() && !place.get().isAt(link.get())) {
        throw new Audit.Failed(
            service, row.seq(), "位置被替换 its place on " + place.get().lane() + " was replaced");
      }
      if (topic == null) {
        continue;
      } else if (!topic.hasNext()) {
        throw new Audit.Failed(service, row.seq(), "不在 Kafka 上 is not on Kafka");
      }
      ConsumerRecord<String, String> message = topic.next();
      long told = TopicTails.seq(message);
      if (told < row.seq()) {
        throw new Audit.Failed(
            service,
            told,
            "在 Kafka 上重复、次序不对或不在账本中 is on Kafka twice, out of order, or not in the ledger");
      } else if (told > row.seq()) {
        throw new Audit.Failed(service, row.seq(), "不在 Kafka 上 is not on Kafka");
      }
      if (!isSame(message, row.said().get(ordinal), LaneFold.id(event, ordinal), row.chain())
          || !isSaidWhose(message, event)
          || !place.get().isSame(message, link)) {
        throw new Audit.Failed(
            service, row.seq(), "PostgreSQL 与 Kafka 不一致 differs between PostgreSQL and Kafka");
      }
    }
  }

  /** Records from before the rule say it by their keys alone. */
  private static boolean isSaidWhose(ConsumerRecord<String, String> message, StoredEvent event) {
    String whose = Home.BUREAUS.of(StreamNames.parse(event.stream()).scope());
    return TopicTails.header(message, CloudEventHeaders.BUREAU).orElse(whose).equals(whose);
  }

  private static boolean isSame(
      ConsumerRecord<String, String> message, Announcement announcement, String id, String chain) {
    return message.topic().equals(announcement.topic())
        && announcement.key().equals(message.key())
        && announcement.value().equals(message.value())
        && TopicTails.header(message, CloudEventHeaders.ID).filter(id::equals).isPresent()
        && TopicTails.header(message, CloudEventHeaders.TYPE)
            .filter(announcement.type()::equals)
            .isPresent()
        && TopicTails.header(message, CloudEventHeaders.CHAIN_HASH)
            .filter(chain::equals)
            .isPresent();
  }
}
