package cn.doublerandom.publication;

import cn.doublerandom.publication.application.WebhookNames;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name service as an attacker has one: names of his lead where he says, and elsewhere later. */
@Alternative
@Priority(1)
@ApplicationScoped
class RebindingNames implements WebhookNames {
  private final Map<String, String> own = new ConcurrentHashMap<>();

  void lead(String host, String address) {
    own.put(host, address);
  }

  @Override
  public List<InetAddress> of(String host) {
    try {
      return List.of(InetAddress.getAllByName(own.getOrDefault(host, host)));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
