package cn.doublerandom.publication.application;

import java.net.InetAddress;
import java.util.List;

/** The name service: where the name of a receiver leads at this moment. */
public interface WebhookNames {
  /** All addresses of a name; none where it has none. Blocks. */
  List<InetAddress> of(String host);
}
