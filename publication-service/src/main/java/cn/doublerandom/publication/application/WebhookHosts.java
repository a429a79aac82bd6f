package cn.doublerandom.publication.application;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.webhook.PublicNetworks;
import cn.doublerandom.publication.webhook.WebhookAddress;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks up where an address leads, and lets nothing through that leads into a house. */
@ApplicationScoped
public class WebhookHosts {
  private final boolean loopback;

  @Inject
  WebhookHosts(@ConfigProperty(name = "suite.webhooks.loopback") boolean loopback) {
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
    List<InetAddress> all = resolved(address.host());
    if (!PublicNetworks.admit(address, all, loopback)) {
      throw refused(PublicationRejection.WEBHOOK_ADDRESS_PRIVATE);
    }
    return new Checked(address, all.getFirst());
  }

  private static List<InetAddress> resolved(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private static ProblemException refused(PublicationRejection why) {
    var address = new Problem.FieldError("address", null, "refused", why.wording().text());
    return new ProblemException(why, List.of(address), Map.of());
  }
}
