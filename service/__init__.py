"""The web application: doors, and the steps behind them."""
