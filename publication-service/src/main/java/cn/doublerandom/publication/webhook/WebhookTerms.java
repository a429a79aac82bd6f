package cn.doublerandom.publication.webhook;

import java.util.List;

/**
 * What two people agree on.
 *
 * @param authority name of the receiver
 * @param address where it is told, see {@link WebhookAddress}
 * @param news what it is told of, in the order of {@link WebhookNews}
 */
public record WebhookTerms(String authority, String address, List<WebhookNews> news) {
  public WebhookTerms {
    news = news.stream().distinct().sorted().toList();
  }
}
