package cn.doublerandom.publication.external;

import cn.doublerandom.publication.application.WebhookNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The names this machine knows. */
@ApplicationScoped
class SystemNames implements WebhookNames {
  @Override
  public List<InetAddress> of(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
