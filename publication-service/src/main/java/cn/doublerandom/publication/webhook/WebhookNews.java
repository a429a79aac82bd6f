package cn.doublerandom.publication.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What another authority may ask to be told of; each is one or more events of the public topic. */
public enum WebhookNews {
  RESULT_PUBLISHED("cn.doublerandom.ResultPublished.v1"),
  RESULT_CORRECTED("cn.doublerandom.ResultCorrected.v1"),
  PUBLICATION_WITHDRAWN("cn.doublerandom.PublicationWithdrawn.v1"),
  /** And that it has ended: who was told of a measure is told that it is to be lifted. */
  JOINT_DISCIPLINE_PROPOSED(
      "cn.doublerandom.JointDisciplineProposed.v1", "cn.doublerandom.JointDisciplineEnded.v1"),
  /** Of a bulletin; that one was published is told by another service. */
  BULLETIN_WITHDRAWN("cn.doublerandom.BulletinWithdrawn.v1");

  private final List<String> types;

  WebhookNews(String... types) {
    this.types = List.of(types);
  }

  /** The one of a type of the topic; empty where nobody may ask for it. */
  public static Optional<WebhookNews> of(String type) {
    return Arrays.stream(values()).filter(one -> one.types.contains(type)).findFirst();
  }
}
