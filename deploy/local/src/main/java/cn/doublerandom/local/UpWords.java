package cn.doublerandom.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code ./suite up} says once everything runs: where it is, who may come in, how it ends. */
record UpWords(Home home, PrintStream out) {
  void tell(Stack stack, Optional<HouseTls> house, Path directory) throws IOException {
    tellAddresses(stack.ports());
    if (house.isPresent()) {
      tellHouse(house.get(), stack.ports());
    }
    new Accounts(directory, stack.identity()).offer(home, out);
    out.println("就绪。按 Ctrl-C 或运行 ./suite down 停止。");
  }

  private void tellAddresses(Ports ports) {
    out.println("公示门户    http://localhost:" + ports.gateway() + "/");
    out.println("办公登录    http://localhost:" + ports.gateway() + "/signin");
    for (String service : Home.SERVICES) {
      out.printf(
          "%-11s http://localhost:%d/%s/q/openapi（直连端口 %d）%n",
          service, ports.gateway(), service, ports.of(service));
    }
    out.println("Kafka       127.0.0.1:" + ports.kafka());
    out.println("PostgreSQL  127.0.0.1:" + ports.postgres() + "（每个服务一个库）");
  }

  private void tellHouse(HouseTls house, Ports ports) throws IOException {
    out.println("局域网      " + house.address(ports) + "/");
    out.printf("首次使用    http://%s:%d/ca（在手机或别的电脑上打开，按说明信任证书）%n", house.host(), ports.gateway());
    out.println("证书指纹    " + house.fingerprint());
    out.println(
        "注意：局域网内任何人都能以演示账号登录，只用于演示和培训。 anybody on this network can sign in as a demo account.");
  }
}
