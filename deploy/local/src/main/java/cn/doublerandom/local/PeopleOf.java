package cn.doublerandom.local;

import cn.doublerandom.eventstore.person.MasterKey;
import cn.doublerandom.eventstore.person.PersonalFields;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.ServiceLoader;

/** What the packaged register says of the people in its events; no other service keeps people. */
final class PeopleOf implements AutoCloseable {
  private static final String REGISTER = "registry";

  private final URLClassLoader program;
  private final PersonalFields fields;
  private final MasterKey master;

  /**
   * The people of a checkout's register.
   *
   * @param master wraps their keys, in the old directory and in the new one
   */
  PeopleOf(Home home, MasterKey master) throws IOException {
    this.master = master;
    this.program = Migrations.program(REGISTER, home, "app", "lib/main");
    this.fields =
        ServiceLoader.load(PersonalFields.class, program)
            .findFirst()
            .orElseThrow(() ->
                new IOException(
                    "打包的登记服务不认识个人信息，请先运行 ./suite build the packaged register knows no people; run ./suite build"));
  }

  Optional<PersonalFields> in(String service) {
    return service.equals(REGISTER) ? Optional.of(fields) : Optional.empty();
  }

  MasterKey master() {
    return master;
  }

  @Override
  public void close() throws IOException {
    program.close();
  }
}
