"""Speed and memory, each as a ratio to a floor or a peer in the same run. See README.md."""
