"""One consultation's settings: `consultation.yaml`, its model and the folder it stands in."""
