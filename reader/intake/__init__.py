"""From a file to text: finding page files, reading them, and decoding their bytes. Nothing here writes."""
