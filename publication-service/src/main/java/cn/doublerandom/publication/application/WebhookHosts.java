package cn.doublerandom.publication.application;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.webhook.PublicNetworks;
import cn.doublerandom.publication.webhook.WebhookAddress;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks up where an address leads, and lets nothing through that leads into a house. It is asked
 * when a subscription is made and again for every message, because a name may lead elsewhere by
 * then.
 */
@ApplicationScoped
public class WebhookHosts {
  private final WebhookNames names;
  private final boolean loopback;

  @Inject
  WebhookHosts(
      WebhookNames names, @ConfigProperty(name = "suite.webhooks.loopback") boolean loopback) {
    this.names = names;
    this.loopback = loopback;
  }

  /**
   * Where to connect to.
   *
   * @param resolved the one that was checked; whoever connects asks no name server again
   */
  public record Checked(WebhookAddress address, InetAddress resolved) {}

  /**
   * Reads, looks up and checks an address; blocks.
   *
   * @throws ProblemException where it may not be told
   */
  public Checked checked(String text) {
    WebhookAddress address =
        WebhookAddress.of(text, loopback)
            .orElseThrow(() -> refused(PublicationRejection.WEBHOOK_ADDRESS_UNFIT));
    List<InetAddress> all = names.of(address.host());
    if (!PublicNetworks.admit(address, all, loopback)) {
      throw refused(PublicationRejection.WEBHOOK_ADDRESS_PRIVATE);
    }
    return new Checked(address, all.getFirst());
  }

  private static ProblemException refused(PublicationRejection why) {
    var address = new Problem.FieldError("address", null, "refused", why.wording().text());
    return new ProblemException(why, List.of(address), Map.of());
  }
}
