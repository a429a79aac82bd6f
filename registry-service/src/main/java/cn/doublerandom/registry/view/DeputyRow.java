package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One deputy of one principal. */
@Entity
@Table(name = "deputy_view")
class DeputyRow extends Document {}
