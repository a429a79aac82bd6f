package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One office with its mandate. */
@Entity
@Table(name = "office_view")
class OfficeRow extends Document {}
