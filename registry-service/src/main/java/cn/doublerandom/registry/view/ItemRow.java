package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One item of the catalogue. */
@Entity
@Table(name = "item_view")
class ItemRow extends Document {}
