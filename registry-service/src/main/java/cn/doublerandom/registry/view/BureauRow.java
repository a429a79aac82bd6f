package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One bureau of the register. */
@Entity
@Table(name = "bureau_view")
class BureauRow extends Document {}
