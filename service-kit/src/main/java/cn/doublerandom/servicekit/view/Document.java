package cn.doublerandom.servicekit.view;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/**
 * A read model that is shown as a whole: whose it is, its key, and the record it shows as JSON. Of
 * one bureau the key is unique, and a session shows the records of one bureau.
 */
@MappedSuperclass
public abstract class Document extends PanacheEntityBase {
  @Id public String id = "";

  @Column(nullable = false)
  public String bureau = "";

  @Column(nullable = false)
  public String body = "";
}
